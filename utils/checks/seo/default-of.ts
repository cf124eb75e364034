/** The `default` of a CommonJS module, whether Node or a bundler has imported it. */
export function defaultOf<T>(module: T | { default: T }): T {
  return typeof module === 'object' && module !== null && 'default' in module ? module.default : (module as T);
}
