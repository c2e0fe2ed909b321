// Keeps a device's timeline moving while the device talks.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const timeline = document.querySelector("[data-live]");
  if (!timeline || !window.EventSource) return;

  const status = document.querySelector("[data-live-status]");
  const source = new EventSource(timeline.dataset.live + "?after=" + timeline.dataset.newest);

  source.addEventListener("entry", (message) => {
    const holder = document.createElement("template");
    holder.innerHTML = message.data;
    const entry = holder.content.firstElementChild;
    if (!entry || document.getElementById(entry.id)) return;
    entry.classList.add("new");
    timeline.prepend(entry);
  });

  source.addEventListener("state", (message) => {
    const state = document.querySelector("[data-state]");
    if (state) state.innerHTML = message.data;
  });

  source.onopen = () => { if (status) status.textContent = "live"; };
  source.onerror = () => { if (status) status.textContent = "reconnecting …"; };
});

// Fetches what an entry says when it is opened for the first time.
document.addEventListener(
  "toggle",
  async (event) => {
    const entry = event.target;
    if (!(entry instanceof HTMLDetailsElement) || !entry.open || !entry.dataset.details) return;
    const slot = entry.querySelector("[data-slot]");
    if (slot.childElementCount) return;
    const device = entry.closest("[data-device]").dataset.device;
    const answer = await fetch("/devices/" + device + "/events/" + entry.dataset.details + "/");
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
