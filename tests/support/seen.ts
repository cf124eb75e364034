/** What a test found that its result does not say (a version, a kind of canvas): docs/compatibility.md shows it beside the result. */
declare module 'vitest' {
  interface TaskMeta {
    seen?: string;
  }
}

export {};
