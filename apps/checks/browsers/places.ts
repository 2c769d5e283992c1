import type { Place } from "./driver.js";

/** A field by its label, as it is to be read. */
export function field(label: string): Place {
  return placeAt(`//*[@id = //label[normalize-space() = "${label}"]/@for]`);
}

/** A button by a part of what stands on it, or of what it is called for those who hear it. */
export function button(name: string): Place {
  return placeAt(
    `//button[contains(normalize-space(), "${name}") or contains(@aria-label, "${name}")]`,
  );
}

/** The button that sends a form, by how it begins. Others may have the same words. */
export function submit(name: string): Place {
  return placeAt(`//button[@type = "submit"][starts-with(normalize-space(), "${name}")]`);
}

/** A box to tick, by how its label begins. */
export function choice(label: string): Place {
  return placeAt(`//label[starts-with(normalize-space(), "${label}")]`);
}

/** By its id: the tenant's own pages. */
export function byId(id: string): Place {
  return placeAt(`//*[@id = "${id}"]`);
}

function placeAt(xpath: string): Place {
  return xpath as Place;
}
