import { Component, type ReactNode } from "react";

interface BoundaryProps {
  readonly onCatch: (error: unknown) => void;
  readonly children: ReactNode;
}

/** Shows nothing in the place of a tree that threw. */
export class Boundary extends Component<BoundaryProps, { readonly hasFailed: boolean }> {
  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override state = { hasFailed: false };

  override componentDidCatch(error: unknown): void {
    this.props.onCatch(error);
  }

  override render(): ReactNode {
    return this.state.hasFailed ? null : this.props.children;
  }
}
