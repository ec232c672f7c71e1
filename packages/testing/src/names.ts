import type { SeededRandom } from "./random.js";

// Family names are plants, weather and birds, so that nobody takes a generated person for a real one.
const GIVEN =
  "Ada Alma Amir Ana Aram Asha Basil Bea Bo Cleo Dara Demi Eli Elif Emre Esi Fay Finn Gil Hana Hugo Ida Ines Iris Ivo Jae Jun Kai Kofi Lena Leo Lin Luz Maya Milo Mina Nadia Nia Noor Olu Omar Oona Pax Petra Quin Rafa Remy Rosa Rui Sami Sana Sol Tala Teo Tova Uma Vera Wren Xeni Yara Yusuf Zeno Zia Zora";
const FAMILY =
  "Acorn Alderleaf Anemone Amberleaf Applewood Ashgrove Barley Bellflower Birchbark Bluebell Bramble Briarwood Brook Buttercup Cedarcone Chestnut Clover Cloudberry Copperbeech Cornflower Cowslip Cricketfield Daffodil Dandelion Dewdrop Dogwood Dragonfly Elderflower Elmleaf Fennel Fernley Figtree Fieldfare Firefly Foxglove Frostfern Gardenia Gooseberry Goldfinch Grasshopper Greenfinch Hailstone Hawthorn Hazelnut Heather Heron Hollyhock Honeydew Hummingbird Ivywall Jackdaw Jasmine Juniper Kestrel Kingfisher Lapwing Larkspur Lavender Lilypond Linden Magpie Maplewood Marigold Meadow Mistletoe Moonflower Mossbank Nightingale Nutmeg Oakapple Oriole Osprey Peppermint Periwinkle Pinecone Plover Poppyseed Primrose Quince Raincloud Redwing Rosehip Rowanberry Saffron Sandpiper Skylark Snowdrop Sorrel Sparrowhawk Starling Strawflower Sunflower Swallowtail Sweetpea Tamarind Thistledown Thrushsong Thunderhead Tulip Turnstone Violet Wagtail Walnut Waxwing Whitethorn Wildrose Willowherb Windflower Wisteria Woodbine Yarrow Yellowhammer Zinnia";

const given = GIVEN.split(" ");
const family = FAMILY.split(" ");

/** A plainly made-up person's name. */
export interface MadeUpName {
  readonly givenName: string;
  readonly familyName: string;
}

/**
 * A stream of plainly made-up names; the first 7,232 are all different.
 * The same random stream gives the same names.
 * @example
 * ```ts
 * const draw = madeUpNames(seededRandom(1));
 * draw().familyName !== draw().familyName; // => true
 * ```
 */
export function madeUpNames(random: SeededRandom): () => MadeUpName {
  const first = random.shuffle(given);
  const last = random.shuffle(family);
  let drawn = 0;
  return () => {
    // The two lists' lengths have no common divisor, so every pair comes once before one comes again.
    const name = { givenName: first[drawn % first.length]!, familyName: last[drawn % last.length]! };
    drawn++;
    return name;
  };
}
