// Keeps a timeline moving while things happen.
"use strict";

const MOST_LINES = 500;

document.addEventListener("DOMContentLoaded", () => {
  const timeline = document.querySelector("[data-live]");
  if (!timeline || !window.EventSource) return;

  const status = document.querySelector("[data-live-status]");
  const url = new URL(timeline.dataset.live, location.href);
  url.searchParams.set("after", timeline.dataset.newest);
  const source = new EventSource(url);

  source.addEventListener("entry", (message) => {
    const holder = document.createElement("template");
    holder.innerHTML = message.data;
    const entry = holder.content.firstElementChild;
    if (!entry || document.getElementById(entry.id)) return;
    entry.classList.add("new");
    timeline.prepend(entry);
    while (timeline.childElementCount > MOST_LINES) forgetLast(timeline);
  });

  source.addEventListener("state", (message) => {
    const state = document.querySelector("[data-state]");
    if (state) state.innerHTML = message.data;
  });

  source.onopen = () => { if (status) status.textContent = "live"; };
  source.onerror = () => { if (status) status.textContent = "reconnecting …"; };
});

// Drops the last line; the link to older ones begins behind the line that is last then.
function forgetLast(timeline) {
  timeline.lastElementChild.remove();
  const older = document.querySelector("a[rel=next]");
  if (!older) return;
  const url = new URL(older.href);
  url.searchParams.set("before", timeline.lastElementChild.id.replace("event-", ""));
  older.href = url;
}

// Fetches what an entry says when it is opened for the first time.
document.addEventListener(
  "toggle",
  async (event) => {
    const entry = event.target;
    if (!(entry instanceof HTMLDetailsElement) || !entry.open || !entry.dataset.details) return;
    const slot = entry.querySelector("[data-slot]");
    if (slot.childElementCount) return;
    const answer = await fetch("/audit/events/" + entry.dataset.details + "/details/");
    slot.innerHTML = answer.ok ? await answer.text() : "<p>These details can't be read right now.</p>";
  },
  true,
);

// Reads chosen files into the text beside them, so that nothing but text is sent.
document.addEventListener("change", async (event) => {
  const input = event.target;
  if (!(input instanceof HTMLInputElement) || !("into" in input.dataset)) return;
  const texts = await Promise.all(Array.from(input.files, pem));
  const area = input.closest("label").querySelector("textarea");
  area.value = texts.join("\n");
  area.dispatchEvent(new Event("input", { bubbles: true }));
});

// A file as PEM; DER, as Apple hands out certificates of its own, becomes one.
async function pem(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] !== 0x30) return new TextDecoder().decode(bytes);
  const base64 = btoa(String.fromCharCode(...bytes)).replace(/.{64}(?=.)/g, "$&\n");
  return "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
}
