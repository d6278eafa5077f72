import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { root, samplesIn } from './support/documents.js';

/** What samples take for granted: what a host has anyway, or what a sample before them made. */
const surroundings = `
  import type { Core, VersionResolver } from '@beta-app/core';
  import type { Person, SaveStores } from '@beta-app/core/contract';
  import type { Sql } from 'postgres';
  import type * as nodeHttp from 'node:http';
  declare global {
    const OWNER_URL: string;
    const DATABASE_URL: string;
    const owner: Sql;
    const sql: Sql;
    const core: Core;
    const resolver: VersionResolver;
    const actor: Person;
    const save: SaveStores;
    const ticketId: number;
    const runId: number;
    const http: typeof nodeHttp;
    function actorOf(request: Request): Person | null;
    function sessionOf(cookie: string | null): Promise<Person | null>;
  }
`;

const folder = path.join(root, 'test/docs/samples');

/** Compiles sources that are in no file as if they lay in the repository. */
function compile(sources: ReadonlyMap<string, string>): readonly ts.Diagnostic[] {
  const base = ts.readConfigFile(path.join(root, 'tsconfig.base.json'), (file) =>
    ts.sys.readFile(file),
  );
  const { options } = ts.parseJsonConfigFileContent(base.config, ts.sys, root);
  const disk = ts.createCompilerHost({});
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (file) => sources.has(file) || disk.fileExists(file),
    readFile: (file) => sources.get(file) ?? disk.readFile(file),
    getSourceFile: (file, version, ...rest) => {
      const text = sources.get(file);
      return text === undefined
        ? disk.getSourceFile(file, version, ...rest)
        : ts.createSourceFile(file, text, version);
    },
  };
  const program = ts.createProgram({
    rootNames: [...sources.keys()],
    options: {
      ...options,
      lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
      types: ['node'],
      experimentalDecorators: true,
      useDefineForClassFields: false,
      noUnusedLocals: false,
    },
    host,
  });
  return ts.getPreEmitDiagnostics(program);
}

describe('TypeScript in the documentation', () => {
  it('compiles', () => {
    const sources = new Map([[path.join(folder, 'surroundings.ts'), surroundings]]);
    for (const { file, line, text } of samplesIn('ts')) {
      const name = `${file.replaceAll(/[/\\]/gu, '-')}-line-${line}.ts`;
      sources.set(path.join(folder, name), `${text}\nexport {};\n`);
    }
    assert.ok(sources.size > 8, 'Where are the samples?');
    const complaints = compile(sources).map(({ file, start, messageText }) => {
      const text = ts.flattenDiagnosticMessageText(messageText, '\n');
      if (file === undefined || start === undefined) return text;
      const { line } = file.getLineAndCharacterOfPosition(start);
      return `${path.relative(folder, file.fileName)} + ${line + 1}: ${text}`;
    });
    assert.deepEqual(complaints, []);
  });
});
