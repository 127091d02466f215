/** API version that the harness speaks. */
export const API_VERSION = '66.0';
