"use client";

import {
  createContext,
  forwardRef,
  useCallback,
  useContext,
  useEffect,
  useRef,
  type ComponentType,
  type ForwardedRef,
  type ForwardRefExoticComponent,
  type ForwardRefRenderFunction,
  type PropsWithoutRef,
  type ReactNode,
  type Ref,
  type RefObject,
  type RefAttributes,
} from "react";
import { checkReplacement, type Given } from "./check-replacement.js";

// Bundlers write a text in its place.
declare const process: { readonly env: { readonly NODE_ENV?: string } };

/** What a replacement of a part gets: everything that the part would have got, and the part itself. */
export type SlotProps<Props, Element> = Props & {
  /** The part that is replaced. It takes `innerRef` too. */
  readonly Default: ComponentType<Props & InnerRef<Element>>;
} & InnerRef<Element>;

/** Has to reach the element that the part is about: for a field, its input. */
export interface InnerRef<Element> {
  readonly innerRef?: Ref<Element> | undefined;
}

/** A part that can be replaced. */
export type SlottedPart<Props, Element> = ForwardRefExoticComponent<Props & RefAttributes<Element>>;

/** By the names of the parts that they replace. Which properties each gets is known to the table of slots alone. */
export type Replacements = Readonly<Record<string, ComponentType<never> | undefined>>;

const none: Replacements = {};

/** What stands in the place of parts below. */
export const ReplacementsContext = createContext<Replacements>(none);

/** Makes a part replaceable under a name. */
export function slot<Props extends object, Element>(
  name: string,
  render: (props: Props, ref: ForwardedRef<Element>) => ReactNode,
): SlottedPart<Props, Element> {
  const Part = forwardRef(
    render as ForwardRefRenderFunction<Element, PropsWithoutRef<Props>>,
  ) as SlottedPart<Props, Element>;
  Part.displayName = name;

  function Default({ innerRef, ...props }: Props & InnerRef<Element>): ReactNode {
    return <Part {...(props as unknown as Props)} ref={innerRef} />;
  }
  Default.displayName = `Default(${name})`;

  const Slot = forwardRef<Element, Props>(function Slot(props, ref) {
    const Replacement = useContext(ReplacementsContext)[name] as
      | ComponentType<SlotProps<Props, Element>>
      | undefined;
    if (!Replacement) return <Part {...(props as Props)} ref={ref} />;
    const given = { ...(props as Props), innerRef: ref, Default };
    if (process.env.NODE_ENV === "production") return <Replacement {...given} />;
    return <Checked part={name} given={given} Replacement={Replacement} />;
  });
  Slot.displayName = `Slot(${name})`;
  return Slot as SlottedPart<Props, Element>;
}

interface CheckedProps<Props, Element> {
  readonly part: string;
  readonly given: SlotProps<Props, Element>;
  readonly Replacement: ComponentType<SlotProps<Props, Element>>;
}

/** A replacement with an eye on what it loses; for development. */
function Checked<Props, Element>({ part, given, Replacement }: CheckedProps<Props, Element>) {
  const { innerRef } = given;
  const element = useRef<Element | null>(null);
  const bothRefs = useCallback(
    (value: Element | null) => {
      element.current = value;
      assign(innerRef, value);
    },
    [innerRef],
  );
  useEffect(() => checkReplacement(part, given as Given, element.current));
  return <Replacement {...given} innerRef={bothRefs} />;
}

function assign<Element>(ref: Ref<Element> | undefined, value: Element | null): void {
  if (typeof ref === "function") ref(value);
  else if (ref) (ref as RefObject<Element | null>).current = value;
}
