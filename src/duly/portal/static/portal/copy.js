"use strict";
// Adds a copy button beside each value to be typed into a bank's form.
const words = document.getElementById("copy-words");
const button = (value) => {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "copy";
  made.textContent = words.dataset.copyWord;
  made.setAttribute("aria-label", `${words.dataset.copyWord} ${value}`);
  made.addEventListener("click", async () => {
    await navigator.clipboard.writeText(value);
    made.textContent = words.dataset.doneWord;
    setTimeout(() => { made.textContent = words.dataset.copyWord; }, 2000);
  });
  return made;
};
if (words && navigator.clipboard) {
  for (const one of document.querySelectorAll("[data-copy]")) {
    one.after(button(one.dataset.copy));
  }
}
