/** For `element ?? missing()`: a test that cannot find what it is about fails there. */
export function missing(what = 'what the test looks for'): never {
  throw new Error(`${what} is not there`);
}
