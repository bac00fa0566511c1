import type { CameBack, CameIn, Choices } from '../handover/types';
import type { Changes } from '../plan/types';

/** The part of the bridge by which a client leaves in a vault of their own and comes back, and a bundle comes in; in Go app/handover.go and bringin.go. */
export interface HandOverBridge {
  /** Asks where, and offers a name; the path, '' when the person turns away. */
  handOver(name: string): Promise<string>;
  showHandedOver(): Promise<void>;
  /** Asks for a vault that came back; nothing is changed. */
  lookAtReturn(): Promise<CameBack>;
  takeBack(input: Choices): Promise<Changes>;
  forgetReturn(): Promise<void>;

  /** Asks for a bundle; nothing is changed. */
  lookIn(): Promise<CameIn>;
  /** Brings it in, and gives a whole client. */
  bringIn(input: Choices): Promise<Changes>;
  forgetBundle(): Promise<void>;
}
