#!/usr/bin/env node
import { runCommand } from './server/run-command.js';

// Not only the exit code: a statement that a frozen database never answers must not keep the process.
process.exit(await runCommand(process.argv.slice(2)));
