#!/usr/bin/env node
import { runCommandLine } from './command-line/run-command-line.js';

// Not only the exit code: a statement that a frozen database never answers must not keep the process.
process.exit(await runCommandLine(process.argv.slice(2)));
