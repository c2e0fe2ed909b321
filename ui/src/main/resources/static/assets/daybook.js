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
