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
