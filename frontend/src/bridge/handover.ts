import type { CameBack, Choices } from '../handover/types';
import type { Changes } from '../plan/types';

/** The part of the bridge by which a client leaves in a vault of their own and comes back; in Go app/handover.go. */
export interface HandOverBridge {
  /** Asks where, and offers a name; the path, '' when the person turns away. */
  handOver(name: string): Promise<string>;
  showHandedOver(): Promise<void>;
  /** Asks for a vault that came back; nothing is changed. */
  lookAtReturn(): Promise<CameBack>;
  takeBack(input: Choices): Promise<Changes>;
  forgetReturn(): Promise<void>;
}
