// One Python for all calculators of a page: fetched and started on demand, then asked in turn.

import { SIZES } from './contents.js';

const WASM = 'pyodide.asm.wasm';
const ZIP = 'python.zip';

/** The file's whole size as it travels, and what share of it each byte read stands for. */
function measure(response, { raw, wire }) {
  const encoded = response.headers.get('Content-Encoding');
  const total = encoded ? Number(response.headers.get('Content-Length')) || wire : raw;
  return { total, scale: total / raw };
}

/** Open a download; `count` takes each number of bytes that arrives. */
async function open(name, report) {
  const response = await fetch(new URL(name, import.meta.url));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  const { total, scale } = measure(response, SIZES[name]);
  let read = 0;
  const count = (bytes) => {
    read += bytes;
    report(name, Math.min(read * scale, total), total);
  };
  count(0);
  return { response, count };
}

async function readZip(report) {
  const { response, count } = await open(ZIP, report);
  const bytes = new Uint8Array(SIZES[ZIP].raw);
  let end = 0;
  for (const reader = response.body.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes.set(value, end); // throws when the file is longer than the packed one
    end += value.byteLength;
    count(value.byteLength);
  }
  if (end !== bytes.byteLength) throw new Error(`${ZIP}: ${end} bytes`);
  return bytes.buffer;
}

/** The compiled program. A copy of the download is counted, so that the browser can cache what it makes of the original. */
async function compileProgram(report) {
  const { response, count } = await open(WASM, report);
  countCopy(response.clone(), count);
  return compile(response);
}

async function countCopy(copy, count) {
  try {
    for (const reader = copy.body.getReader(); ;) {
      const { done, value } = await reader.read();
      if (done) return;
      count(value.byteLength);
    }
  } catch { /* the original fails in the same way, and its reader is told */ }
}

/** Compile while the bytes arrive, where the server names the media type that this takes. */
async function compile(response) {
  const type = response.headers.get('Content-Type')?.split(';')[0].trim().toLowerCase();
  return type === 'application/wasm' ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

export class Runtime {
  #worker = null;
  #ready = null;
  #waiting = new Map();
  #progress = new Map();
  #followers = new Set();
  #last = 0;
  #running = false;

  /** Whether a start was ordered, by any calculator of the page. */
  get started() {
    return this.#ready !== null;
  }

  /** Whether it can be asked at once. */
  get running() {
    return this.#running;
  }

  /** Start Python unless it has started; resolves when it can be asked. A failed start can be tried again. */
  start() {
    this.#ready ??= this.#boot().catch((error) => {
      this.#stop(error);
      throw error;
    });
    return this.#ready;
  }

  /** Call `follower(done, total)` with the bytes that have arrived; the answer ends that. */
  follow(follower) {
    this.#followers.add(follower);
    return () => this.#followers.delete(follower);
  }

  /** Resolves to the reply of `calc` to a request without an id. */
  ask(request) {
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage(JSON.stringify({ ...request, id }));
    });
  }

  async #boot() {
    this.#progress.clear();
    const report = (name, done, total) => this.#report(name, done, total);
    const parts = [compileProgram(report), readZip(report)];
    const worker = this.#startWorker();
    const arrived = Promise.all([...parts, worker.loaded]);
    const [module, bytes] = await Promise.race([arrived, worker.failed]);
    this.#worker.postMessage({ module, zip: bytes }, [bytes]);
    await Promise.race([worker.ready, worker.failed]);
    this.#running = true;
  }

  /** Promises for the stations of a new worker's life. */
  #startWorker() {
    const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
    this.#worker = worker;
    const station = {};
    const promise = (name) => new Promise((resolve) => { station[name] = resolve; });
    const [loaded, ready] = [promise('loaded'), promise('ready')];
    const failed = new Promise((_, reject) => { station.failed = ({ reason }) => reject(new Error(reason)); });
    failed.catch(() => {});
    worker.addEventListener('message', ({ data }) => {
      const message = JSON.parse(data);
      if (message.type) station[message.type](message);
      else this.#settle(message);
    });
    worker.addEventListener('error', (event) => {
      station.failed({ reason: event.message ?? 'the worker could not be loaded' });
      this.#stop(new Error(event.message));
    });
    return { loaded, ready, failed };
  }

  #settle({ id, ...reply }) {
    this.#waiting.get(id)?.resolve(reply);
    this.#waiting.delete(id);
  }

  #stop(error) {
    this.#worker?.terminate();
    this.#worker = null;
    this.#ready = null;
    this.#running = false;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }

  #report(name, done, total) {
    this.#progress.set(name, [done, total]);
    if (this.#progress.size < Object.keys(SIZES).length) return;
    const sums = [...this.#progress.values()].reduce(([d, t], [done, total]) => [d + done, t + total], [0, 0]);
    for (const follower of this.#followers) follower(...sums);
  }
}

export const runtime = new Runtime();
