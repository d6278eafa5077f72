#!/usr/bin/env node
import { leave } from './command-line/leave.js';
import { runCommandLine } from './command-line/run-command-line.js';

await leave(await runCommandLine(process.argv.slice(2)));
