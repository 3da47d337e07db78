// Single keys: pressing the letter of a data-key goes where its link or button leads.
// They rest while somebody types, and can be switched off on the page of keys (WCAG 2.1.4).
"use strict";

const OFF = "duly-keys-off";

function resting(event) {
  const typing = event.target.closest("input:not([type=checkbox]):not([type=radio]), select, textarea");
  return typing || event.ctrlKey || event.altKey || event.metaKey || localStorage.getItem(OFF);
}

document.addEventListener("keydown", (event) => {
  if (resting(event)) return;
  const key = CSS.escape(event.key.toLowerCase());
  const marked = document.querySelector(`[data-key="${key}"]`);
  if (!marked) return;
  event.preventDefault();
  marked.focus();
  marked.click();
});

function tell(keySwitch) {
  keySwitch.checked = !localStorage.getItem(OFF);
}

document.addEventListener("DOMContentLoaded", () => {
  const keySwitch = document.querySelector("[data-keys-switch]");
  if (!keySwitch) return;
  tell(keySwitch);
  keySwitch.addEventListener("change", () => {
    if (keySwitch.checked) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, "1");
  });
});
