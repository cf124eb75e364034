/** A component that renders again only when a prop is another value: a streamed token touches one section, not twelve. */
import { Component, type ComponentChildren } from 'preact';

export function memo<Props extends object>(render: (props: Props) => ComponentChildren) {
  return class Memo extends Component<Props> {
    override shouldComponentUpdate(next: Readonly<Props>): boolean {
      const before = new Map(Object.entries(this.props));
      return Object.entries(next).some(([name, value]) => before.get(name) !== value);
    }
    override render(props: Props): ComponentChildren {
      return render(props);
    }
  };
}
