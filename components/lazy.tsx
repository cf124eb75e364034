/** Parts that come after the first paint. */
import type { ComponentChildren, FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A component fetched when it is first rendered; `children` stand in its place until then. */
export function lazy<Props extends object>(
  load: () => Promise<FunctionComponent<Props>>,
): FunctionComponent<Props & { waiting?: ComponentChildren }> {
  let loaded: FunctionComponent<Props> | null = null;
  return function Lazy(props) {
    const [Part, setPart] = useState<{ it: FunctionComponent<Props> } | null>(loaded && { it: loaded });
    useEffect(() => {
      let here = true;
      if (!Part)
        void load().then((part) => {
          loaded = part;
          if (here) setPart({ it: part });
          return undefined;
        });
      return () => {
        here = false;
      };
    }, [Part]);
    return Part ? <Part.it {...props} /> : <>{props.waiting}</>;
  };
}
