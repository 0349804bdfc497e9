#!/usr/bin/env node
import '../../../bundle/apps/tenure/dist/main.js';
