/** A button of a banner. */
export interface ActionProps {
  testId: string;
  label: string;
  /** The one next action. */
  strong?: boolean;
  onClick: () => void;
}

export function Action({ testId, label, strong, onClick }: ActionProps) {
  return (
    <button type="button" class={strong ? 'button is-strong' : 'button'} data-testid={testId} onClick={onClick}>
      {label}
    </button>
  );
}
