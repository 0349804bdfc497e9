export { LogFollower, type LogFollowerParts } from './log-follower.js';
