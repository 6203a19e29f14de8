// Python, in a thread of its own. It is handed the compiled program and the zip by the page, which shows
// their progress; after that only JSON texts pass, in both directions.

import { LOCK } from './contents.js';
import { loadPyodide } from './pyodide.js';
import createPyodideModule from './pyodide.asm.js';

const handedOver = new Promise((resolve) => {
  addEventListener('message', ({ data }) => resolve(data), { once: true });
});
postMessage(JSON.stringify({ type: 'loaded' }));

/** Let Pyodide's loader find the parts that the page has fetched, where it would fetch them itself. */
function handOver({ module, zip }) {
  const untouched = self.fetch;
  self.fetch = async (resource, options) => {
    const name = String(resource.url ?? resource).split('/').pop();
    if (name === 'pyodide.asm.wasm') return null; // compiled already: the stand-in below does not read it
    if (name === 'python.zip') return new Response(zip);
    return untouched(resource, options);
  };
  WebAssembly.instantiateStreaming = async (_response, imports) => (
    { module, instance: await WebAssembly.instantiate(module, imports) });
}

async function start() {
  handOver(await handedOver);
  const here = new URL('.', import.meta.url).href;
  const python = await loadPyodide({
    createPyodideModule,
    indexURL: here,
    packageBaseUrl: here,
    lockFileContents: LOCK,
    stdLibURL: `${here}python.zip`,
  });
  return python.pyimport('bridge').handle;
}

try {
  const handle = await start();
  addEventListener('message', ({ data }) => postMessage(handle(data)));
  postMessage(JSON.stringify({ type: 'ready' }));
} catch (error) {
  postMessage(JSON.stringify({ type: 'failed', reason: String(error) }));
}
