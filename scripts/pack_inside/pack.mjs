// The Node part of scripts/pack.py: runs the pinned Pyodide twice. The first instance finds out which modules
// the calculators use and compiles them; the second boots from the result, and must answer just the same.
//   node pack.mjs ROOT OUT TOOLS SIZES   writes the files into OUT and describes them on the standard output

import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import zlib from 'node:zlib';

const [root, out, tools, sizesFile] = process.argv.slice(2);
const here = path.join(root, 'scripts', 'pack_inside');
const browser = path.join(root, 'docs', 'assets', 'calculator');
const npm = createRequire(path.join(root, 'package.json'));
const pyodideFolder = path.dirname(npm.resolve('pyodide/package.json'));
const { loadPyodide } = await import(pathToFileURL(path.join(pyodideFolder, 'pyodide.mjs')).href);

// Renamed, because many servers send ".mjs" with a type that browsers refuse for modules.
const FROM_PYODIDE = {
  'pyodide.mjs': 'pyodide.js',
  'pyodide.asm.mjs': 'pyodide.asm.js',
  'pyodide.asm.wasm': 'pyodide.asm.wasm',
};
const FROM_BROWSER_PART = fs.readdirSync(browser).filter((name) => name.endsWith('.js')).sort();
const LANGUAGES = ['en', 'zh'];

/** The lock file that loadPyodide insists on, without any package: the page never loads one. */
function emptyLock() {
  const { info } = JSON.parse(fs.readFileSync(path.join(pyodideFolder, 'pyodide-lock.json'), 'utf8'));
  return { info, packages: {} };
}

/** A Python started from `stdlib`, with the folders it reads; the same settings each time, so the same bytecode. */
async function python(stdlib) {
  const instance = await loadPyodide({
    args: ['-OO'], // bytecode without docstrings and assertions
    env: { SOURCE_DATE_EPOCH: '315532800', PYTHONHASHSEED: '0' },
    lockFileContents: JSON.stringify(emptyLock()),
    packageBaseUrl: pyodideFolder,
    stdLibURL: stdlib,
  });
  for (const [mount, folder] of [['/calc', path.join(root, 'calc')], ['/here', here], ['/tools', tools]]) {
    instance.mountNodeFS(mount, folder);
  }
  instance.FS.writeFile('/bridge.py', fs.readFileSync(path.join(browser, 'bridge.py')));
  instance.runPython("import sys; sys.dont_write_bytecode = True; sys.path.append('/here')");
  return instance;
}

/** The packed zip, made in a Python that has the whole standard library, what the probes answered there, and the places. */
async function makeZip() {
  const stock = await python(path.join(pyodideFolder, 'python_stdlib.zip'));
  const answers = stock.runPython('booted = list(sys.modules)\nimport make\nmake.make("/packed.zip", booted)');
  const complete = stock.runPython('make.known_modules()');
  stock.runPython('import place_list');
  const places = Object.fromEntries(LANGUAGES.map((lang) => [lang, stock.runPython(`place_list.as_json("${lang}")`)]));
  return { zip: stock.FS.readFile('/packed.zip'), answers, complete, places };
}

/** Refuse a zip that cannot boot, lacks a module that something asks for, or answers differently. */
async function verify(file, answers, complete) {
  const packed = await python(file);
  packed.globals.set('complete', complete);
  packed.globals.set('expected', answers);
  packed.runPython('import verify; verify.verify(complete, expected)');
}

/** Bytes after Brotli at a server's usual quality; remembered by content, since the large files rarely change. */
function wireSizes(files) {
  const known = fs.existsSync(sizesFile) ? JSON.parse(fs.readFileSync(sizesFile, 'utf8')) : {};
  const kept = {};
  for (const { sha256, bytes } of Object.values(files)) {
    const params = { [zlib.constants.BROTLI_PARAM_QUALITY]: 9, [zlib.constants.BROTLI_PARAM_LGWIN]: 22 };
    kept[sha256] = known[sha256] ?? zlib.brotliCompressSync(bytes, { params }).length;
  }
  fs.writeFileSync(sizesFile, JSON.stringify(kept));
  return kept;
}

function described(contents) {
  const files = {};
  for (const [name, bytes] of Object.entries(contents)) {
    files[name] = { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
  }
  const wire = wireSizes(files);
  return Object.fromEntries(Object.entries(files).map(([name, { bytes, sha256 }]) => (
    [name, { raw: bytes.length, brotli: wire[sha256], sha256 }])));
}

/** The morph library's minified script, turned into a module. */
function morphModule() {
  const folder = path.join(root, 'node_modules', 'idiomorph', 'dist');
  return Buffer.concat([fs.readFileSync(path.join(folder, 'idiomorph.min.js')), Buffer.from('\nexport { Idiomorph };\n')]);
}

/** The keyboard part of the place finder; it is a module already. */
const comboboxModule = () => fs.readFileSync(path.join(root, 'node_modules', '@github', 'combobox-nav', 'dist', 'index.js'));

/** What element and worker must know of their fellow files. */
function contentsModule(files) {
  const sizes = Object.fromEntries(['pyodide.asm.wasm', 'python.zip'].map(
    (name) => [name, { raw: files[name].raw, wire: files[name].brotli }]));
  return Buffer.from(
    `export const SIZES = ${JSON.stringify(sizes)};\nexport const LOCK = ${JSON.stringify(JSON.stringify(emptyLock()))};\n`);
}

async function main() {
  const { zip, answers, complete, places } = await makeZip();
  const file = path.join(out, 'python.zip');
  fs.writeFileSync(file, zip);
  await verify(file, answers, complete);

  const contents = { 'python.zip': Buffer.from(zip), 'idiomorph.js': morphModule(), 'combobox-nav.js': comboboxModule() };
  for (const lang of LANGUAGES) contents[`places.${lang}.js`] = Buffer.from(`export default ${places[lang]};\n`);
  for (const [from, to] of Object.entries(FROM_PYODIDE)) contents[to] = fs.readFileSync(path.join(pyodideFolder, from));
  for (const name of FROM_BROWSER_PART) contents[name] = fs.readFileSync(path.join(browser, name));
  contents['contents.js'] = contentsModule(described(contents));
  for (const [name, bytes] of Object.entries(contents)) fs.writeFileSync(path.join(out, name), bytes);
  process.stdout.write(JSON.stringify(described(contents)));
}

main().then(() => process.exit(0), (error) => {
  console.error(`pack: ${error.message ?? error}`);
  process.exit(1);
});
