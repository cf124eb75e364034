/** A quiet drawing for the states that have no text to show. */
const DRAWINGS = {
  // A page with a cursor in it, and the sign that it is not the right one.
  'not-editor':
    'M20 14h44a4 4 0 0 1 4 4v52a4 4 0 0 1-4 4H20a4 4 0 0 1-4-4V18a4 4 0 0 1 4-4zM16 26h52M26 38h20M26 48h14M62 62a12 12 0 1 0 24 0 12 12 0 1 0-24 0M66 70l16-16',
  // An empty page.
  nothing: 'M28 12h30l14 14v46a4 4 0 0 1-4 4H28a4 4 0 0 1-4-4V16a4 4 0 0 1 4-4zM58 12v14h14M34 44h6M34 54h6M34 64h6',
  // A page leaving its place.
  gone: 'M26 18h34a4 4 0 0 1 4 4v46a4 4 0 0 1-4 4H26a4 4 0 0 1-4-4V22a4 4 0 0 1 4-4zM32 32h20M32 42h12M60 56h26m-8-8 8 8-8 8',
  // A page being read.
  reading:
    'M24 14h38a4 4 0 0 1 4 4v52a4 4 0 0 1-4 4H24a4 4 0 0 1-4-4V18a4 4 0 0 1 4-4zM30 28h26M30 38h26M30 48h16M56 56a9 9 0 1 0 18 0 9 9 0 1 0-18 0M72 63l10 10',
} as const;

export type Picture = keyof typeof DRAWINGS;

export function StatePicture({ picture }: { picture: Picture }) {
  return (
    <svg class="picture" viewBox="0 0 96 88" width="96" height="88" aria-hidden="true" focusable="false">
      <path
        d={DRAWINGS[picture]}
        fill="none"
        stroke="currentColor"
        stroke-width="2.5"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
