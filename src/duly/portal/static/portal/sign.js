"use strict";
// Takes down the strokes of a signature as lines in whole numbers, on a field of 600 by 200.
const field = document.querySelector(".drawing");
const canvas = field.querySelector("canvas");
const kept = field.querySelector("input");
const pen = canvas.getContext("2d");
const LONGEST = 20000;
let last = null;
const place = (event) => {
  const box = canvas.getBoundingClientRect();
  const at = (value, from, size, most) =>
    Math.min(most, Math.max(0, Math.round(((value - from) / size) * most)));
  return [at(event.clientX, box.left, box.width, 600), at(event.clientY, box.top, box.height, 200)];
};
const ink = (from, to) => {
  pen.beginPath();
  pen.moveTo(...from);
  pen.lineTo(...to);
  pen.stroke();
};
Object.assign(pen, { lineWidth: 5, lineCap: "round", lineJoin: "round", strokeStyle: "#1a1a1a" });
canvas.addEventListener("pointerdown", (event) => {
  canvas.setPointerCapture(event.pointerId);
  last = place(event);
  kept.value += `${kept.value ? " " : ""}M${last.join(" ")}`;
});
canvas.addEventListener("pointermove", (event) => {
  const now = last && place(event);
  const moved = now && Math.hypot(now[0] - last[0], now[1] - last[1]);
  if (!moved || moved < 3 || kept.value.length > LONGEST - 10) return;
  ink(last, now);
  kept.value += ` L${now.join(" ")}`;
  last = now;
});
for (const end of ["pointerup", "pointercancel"]) {
  canvas.addEventListener(end, () => { last = null; });
}
field.querySelector("[data-again]").addEventListener("click", () => {
  pen.clearRect(0, 0, canvas.width, canvas.height);
  kept.value = "";
});
kept.value = "";
field.hidden = false;
