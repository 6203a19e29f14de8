// The index is read and asked here, off the page's own thread: reading that of 600 pages takes a phone about a second.

import { Engine } from "./engine.js";

let engine;

async function open() {
  engine = await Engine.open();
  postMessage({ state: "titles" });
  try {
    await engine.whole;
    postMessage({ state: "whole" });
  } catch {
    postMessage({ state: "partly" });
  }
}

addEventListener("message", ({ data }) => postMessage({ ...data, ...engine.search(data.typed) }));
open().catch(() => postMessage({ state: "failed" }));
