/** A piece of student work as the record holds it: no bytes, no name. */
export interface Sample {
  readonly id: string;
  /** What people call it: A, B, C. */
  readonly label: string;
  readonly kind: "photo" | "scan" | "pdf" | "text";
  /** SHA-256 of the cleaned bytes, as the store returned it. */
  readonly hash: string;
  /** Day on which the bytes are deleted, `YYYY-MM-DD`. */
  readonly deleteOn: string;
  /** Names were covered before storing. */
  readonly namesCovered: boolean;
  /** Place, time and device were taken out of the file. */
  readonly metadataRemoved: boolean;
}

/** A rubric score of one teacher, blind to the others until the reveal. */
export interface SampleScore {
  readonly sample: string;
  readonly criterion: string;
  readonly score: number;
  readonly scorer: string;
  readonly reason?: string;
}

/** Where the bytes of samples are kept; a school brings its own. */
export interface AttachmentStore {
  /** Keeps bytes until a day and returns their hash. */
  readonly put: (
    bytes: Uint8Array,
    options: { readonly type: string; readonly deleteOn: string },
  ) => Promise<string>;
  /** The bytes, or `undefined` where they are gone. */
  readonly get: (hash: string) => Promise<Uint8Array | undefined>;
  /** Deletes all bytes whose day has come; returns their hashes. */
  readonly deleteDue: (on: string) => Promise<readonly string[]>;
}

/** The next free label: A to Z, then AA, AB … */
export function nextLabel(samples: readonly Pick<Sample, "label">[]): string {
  for (let n = 0; ; n++) {
    const letter = String.fromCharCode(65 + (n % 26));
    const label = n < 26 ? letter : `${String.fromCharCode(64 + Math.floor(n / 26))}${letter}`;
    if (!samples.some((sample) => sample.label === label)) return label;
  }
}

/**
 * An attachment store that keeps bytes in memory: for tests, and to see how one behaves.
 * Guarantees that the same bytes have the same hash, that bytes added twice stay until the later day, and that nothing is
 * left of what was deleted.
 * @param sha256 - The host's hash, as 64 hexadecimal digits.
 */
export function memoryAttachments(sha256: (bytes: Uint8Array) => string | Promise<string>): AttachmentStore {
  const kept = new Map<string, { bytes: Uint8Array; deleteOn: string }>();
  return {
    async put(bytes, { deleteOn }) {
      const hash = await sha256(bytes);
      const known = kept.get(hash)?.deleteOn ?? deleteOn;
      kept.set(hash, { bytes: bytes.slice(), deleteOn: known > deleteOn ? known : deleteOn });
      return hash;
    },
    get: async (hash) => kept.get(hash)?.bytes.slice(),
    async deleteDue(on) {
      const due = [...kept].filter(([, { deleteOn }]) => deleteOn <= on).map(([hash]) => hash);
      for (const hash of due) kept.delete(hash);
      return due;
    },
  };
}
