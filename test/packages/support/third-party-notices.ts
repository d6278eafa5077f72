import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

interface Metafile {
  outputs: Record<string, { inputs: Record<string, { bytesInOutput: number }> }>;
}

interface Part {
  name: string;
  version: string;
  licence: string;
  text: string;
}

const root = path.join(import.meta.dirname, '../../..');

/** Parts that were copied by hand into the sources, where no bundler sees them. */
const copied = ['bootstrap-icons'];

/** Writes down whose code is in the widgets' one script, under which licence, with its text. */
export async function thirdPartyNotices(): Promise<string> {
  const names = [...new Set([...(await bundled()), ...copied])].sort();
  const parts = await Promise.all(names.map(readPart));
  const texts = new Map<string, Part[]>();
  for (const part of parts) texts.set(part.text, [...(texts.get(part.text) ?? []), part]);
  const sections = [...texts].map(([text, sharing]) => {
    const lines = sharing.map(({ name, version, licence }) => `${name} ${version} (${licence})`);
    return `${lines.join('\n')}\n\n${text.trim()}\n`;
  });
  const head =
    'The scripts of @beta-app/widgets contain parts of others, under their own licences.\n';
  return [head, ...sections].join(`\n${'-'.repeat(80)}\n\n`);
}

/** The packages of which the bundler put at least one byte into the script. */
async function bundled(): Promise<string[]> {
  const file = path.join(root, 'widgets/dist/metafile-esm.json');
  const { outputs } = JSON.parse(await readFile(file, 'utf8')) as Metafile;
  const inputs = Object.values(outputs).flatMap((output) => Object.entries(output.inputs));
  return inputs.flatMap(([input, { bytesInOutput }]) => {
    const name = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//u.exec(input)?.[1];
    return name === undefined || bytesInOutput === 0 ? [] : [name];
  });
}

async function readPart(name: string): Promise<Part> {
  const folder = path.join(root, 'node_modules', name);
  const manifest = await readFile(path.join(folder, 'package.json'), 'utf8');
  const { version, license } = JSON.parse(manifest) as { version: string; license: string };
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e(\.|$)/iu.test(entry));
  if (file === undefined) throw new Error(`${name} comes without the text of its licence`);
  return { name, version, licence: license, text: await readFile(path.join(folder, file), 'utf8') };
}
