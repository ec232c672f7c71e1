/** A choice of one kind in a row of a table, without a label of its own on the page. */
export function KindSelect(props: {
  name: string;
  /** What the choice is about, for whoever does not see the row. */
  label: string;
  kinds: readonly string[];
  chosen: string;
  /** A kind in the reader's words. */
  say: (kind: string) => string;
}) {
  const { name, label, kinds, chosen, say } = props;
  return (
    <select name={name} aria-label={label}>
      {kinds.map((kind) => (
        <option value={kind} selected={kind === chosen}>
          {say(kind)}
        </option>
      ))}
    </select>
  );
}
