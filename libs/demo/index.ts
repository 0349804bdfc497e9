export { type Demo, type DemoOptions, demoCommands } from './demo.js';
