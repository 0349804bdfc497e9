/** Of this build. */
export const version = '0.1.0';
