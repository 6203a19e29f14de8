// The Node part of scripts/bench/places.py: asks the packed Python, one fresh instance for each request.
//   node places.mjs ROOT ZIP < requests.json   prints the replies as JSON

import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [root, zip] = process.argv.slice(2);
const npm = createRequire(path.join(root, 'package.json'));
const folder = path.dirname(npm.resolve('pyodide/package.json'));
const { loadPyodide } = await import(pathToFileURL(path.join(folder, 'pyodide.mjs')).href);
const { info } = JSON.parse(fs.readFileSync(path.join(folder, 'pyodide-lock.json'), 'utf8'));
const inside = fs.readFileSync(path.join(root, 'scripts', 'bench', 'places_inside.py'), 'utf8');

/** A fresh instance started from the packed zip, asked once. */
async function ask(request) {
  const python = await loadPyodide({
    args: ['-OO'],
    env: { PYTHONHASHSEED: '0' },
    lockFileContents: JSON.stringify({ info, packages: {} }),
    packageBaseUrl: folder,
    stdLibURL: zip,
  });
  python.runPython(inside);
  python.globals.set('request', request);
  return JSON.parse(python.runPython('run(request)'));
}

try {
  const replies = [];
  for (const request of JSON.parse(fs.readFileSync(0, 'utf8'))) replies.push(await ask(request));
  process.stdout.write(JSON.stringify(replies));
} catch (error) {
  console.error(`places: ${error.message}`);
  process.exit(1);
}
