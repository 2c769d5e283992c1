"use client";

import {
  createContext,
  forwardRef,
  useContext,
  type ComponentType,
  type ForwardedRef,
  type ForwardRefExoticComponent,
  type ForwardRefRenderFunction,
  type PropsWithoutRef,
  type ReactNode,
  type Ref,
  type RefAttributes,
} from "react";

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
    return <Replacement {...(props as Props)} innerRef={ref} Default={Default} />;
  });
  Slot.displayName = `Slot(${name})`;
  return Slot as SlottedPart<Props, Element>;
}
