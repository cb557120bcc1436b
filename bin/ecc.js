#!/usr/bin/env node
// Executable in the repository: what the compiler writes is not, and npx, which keeps a link to
// this file from one build to the next, would be refused.
import '../dist/src/cli.js';
