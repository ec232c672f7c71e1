import type { Page } from "playwright-core";

/** Stands where a camera writes place, time and device into a picture. */
export const CAMERA = "canary-of-the-camera";

/** A photo of student work as a phone takes it: a name at the top, words below, and what the camera writes into the file. */
export async function photoOf(page: Page, words: string): Promise<Buffer> {
  const base64 = await page.evaluate((text) => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [600, 800];
    const pen = canvas.getContext("2d") as CanvasRenderingContext2D;
    pen.fillStyle = "#fffdf5";
    pen.fillRect(0, 0, 600, 800);
    pen.fillStyle = "#c00";
    pen.fillRect(30, 20, 300, 40);
    pen.fillStyle = "#223";
    pen.font = "24px sans-serif";
    text.split("\n").forEach((line, i) => {
      pen.fillText(line, 30, 160 + 40 * i);
    });
    return canvas.toDataURL("image/jpeg", 0.9).split(",")[1] as string;
  }, words);
  const jpeg = Buffer.from(base64, "base64");
  const note = Buffer.concat([Buffer.from("Exif\0\0"), Buffer.from(CAMERA)]);
  const head = Buffer.from([0xff, 0xe1, (note.length + 2) >> 8, (note.length + 2) & 0xff]);
  return Buffer.concat([jpeg.subarray(0, 2), head, note, jpeg.subarray(2)]);
}
