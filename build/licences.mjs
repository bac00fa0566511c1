// Writes what Cairn is made of that others wrote, with the licences:
//   node build/licences.mjs FOLDER
// That is every Go module that is linked into the program on one of the three
// systems, and every package whose code, fonts or icons are in the page. It
// stops at a licence that it does not know: a person has to read that one.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '..');
const frontend = join(root, 'frontend');
const require = createRequire(join(frontend, 'package.json'));

const SYSTEMS = [
  { GOOS: 'linux', CGO_ENABLED: '1', tags: 'desktop,production,webkit2_41' },
  {
    GOOS: 'windows',
    CGO_ENABLED: '0',
    tags: 'desktop,production,wv2runtime.error',
  },
  { GOOS: 'darwin', CGO_ENABLED: '1', tags: 'desktop,production' },
];

// What a licence says that no other does, by its SPDX name.
const KNOWN = [
  ['Apache-2.0', /Apache License\s+Version 2\.0/],
  ['MPL-2.0', /Mozilla Public License,? version 2\.0/i],
  ['OFL-1.1', /SIL OPEN FONT LICENSE Version 1\.1/i],
  ['Unlicense', /This is free and unencumbered software/],
  ['blessing', /dedicated to the\s+public\s+domain/],
  ['ISC', /Permission to use, copy, modify, and(?:\/or)? distribute this software/],
  ['MIT', /Permission is hereby granted, free of charge, to any person obtaining/],
  [
    'BSD-3-Clause',
    /Redistribution and use in source and binary forms[\s\S]*(?:Neither the name|names of its contributors|may be used to endorse)/,
  ],
  ['BSD-2-Clause', /Redistribution and use in source and binary forms/],
];

function goModules() {
  const format = '{{with .Module}}{{if not .Main}}{{.Path}}\t{{.Version}}\t{{.Dir}}{{end}}{{end}}';
  const found = new Map();
  for (const { tags, ...system } of SYSTEMS) {
    const lines = execFileSync('go', ['list', '-deps', '-tags', tags, '-f', format, '.'], {
      cwd: root,
      env: { ...process.env, ...system, GOFLAGS: '' },
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    });
    for (const line of lines.split('\n').filter(Boolean)) {
      const [name, version, folder] = line.split('\t');
      found.set(name, { name, version, folder });
    }
  }
  // The standard library is linked too, under the licence that x/sys repeats
  // word for word. Its version is that of whoever builds.
  const { folder } = found.get('golang.org/x/sys');
  found.set('Go', { name: 'Go', version: '', folder });
  return [...found.values()];
}

async function npmPackages() {
  const { build } = await import(pathToFileURL(require.resolve('vite')).href);
  const { output } = await build({
    root: frontend,
    configFile: join(frontend, 'vite.config.ts'),
    build: { write: false },
    logLevel: 'error',
  });
  const files = output.flatMap((one) =>
    one.type === 'chunk' ? one.moduleIds : (one.originalFileNames ?? []),
  );
  const folders = new Set(files.map(folderOf).filter(Boolean));
  return [...folders].map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json')));
    return { name, version, folder, licence: license };
  });
}

/** The folder of the package that a file of the page comes from, or undefined. */
function folderOf(file) {
  const helper = /^\0(vite|rolldown)\//.exec(file);
  if (helper) return join(frontend, 'node_modules', helper[1]);
  const [, before, name] = /^(.*)node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file) ?? [];
  return (
    name &&
    join(
      frontend,
      before.startsWith('/') ? before.slice(frontend.length) : before,
      'node_modules',
      name,
    )
  );
}

const FILE = /^(?:(?:un)?licen[cs]e|copying|notice|patents|.*-licen[cs]e)/i;

/** All that a package says about its licence, and about what it brings along itself, as two texts. */
function textsOf({ name, folder }) {
  const files = readdirSync(folder).filter(
    (file) =>
      FILE.test(file) && !/\.(?:go|js|json)$/.test(file) && statSync(join(folder, file)).isFile(),
  );
  if (files.length === 0) throw new Error(`${name} comes without a licence`);
  const read = (some) =>
    some
      .sort()
      .map((file) => readFileSync(join(folder, file), 'utf8').replace(/\r/g, '').trim())
      // What follows lies in the tool, and not in the few lines of it that we ship.
      .map((text) => text.split('# Licenses of bundled dependencies')[0].trim())
      .join('\n\n');
  const brought = files.filter((file) => /3rd-party/i.test(file));
  return [read(files.filter((file) => !brought.includes(file))), read(brought)];
}

function licenceOf(name, text) {
  const names = KNOWN.filter(([, says]) => says.test(text)).map(([id]) => id);
  const all = names.filter((id) => id !== 'BSD-2-Clause' || !names.includes('BSD-3-Clause'));
  if (all.length === 0) throw new Error(`the licence of ${name} is not known; read it`);
  return all.join(' AND ');
}

// In the order of their names: that of the build changes with every import.
const found = [...goModules(), ...(await npmPackages())];
found.sort((a, b) => a.name.toLowerCase().localeCompare(b.name.toLowerCase(), 'en'));
const texts = [];
const parts = found.map((part) => {
  const [own, brought] = textsOf(part);
  const text = brought ? `${own}\n\n${brought}` : own;
  if (!texts.includes(text)) texts.push(text);
  const licence = part.licence ?? licenceOf(part.name, own);
  return {
    name: part.name,
    version: part.version.replace(/^v/, ''),
    licence,
    text: texts.indexOf(text),
  };
});

const [folder] = process.argv.slice(2);
if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'licences.json'), JSON.stringify({ parts, texts }, null, 1) + '\n');
