/** Of this build. */
export const version = '0.2.0';
