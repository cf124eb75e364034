/** What the old `htmlparser2` that `yoastseo` brings along inherits from: nothing in the worker listens to it. */
export class EventEmitter {
  on(): this {
    return this;
  }
  emit(): boolean {
    return false;
  }
}
