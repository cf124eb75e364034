/** For an `instanceof` in the old `htmlparser2` that `yoastseo` brings along: the worker parses strings only. */
export const Buffer = Uint8Array;
