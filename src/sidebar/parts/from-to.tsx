/** "FIRE-100 becomes FIRE-101": the arrow is said in words, so that it is read out and turns with the script. */
export function FromTo({ from, to }: { from: string; to: string }) {
  return (
    <>
      <span class="code">{from}</span> <span class="quiet">becomes</span> <span class="code">{to}</span>
    </>
  );
}
