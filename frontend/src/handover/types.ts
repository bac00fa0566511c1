/** A vault that came back, as it compares with what is here; in Go app/handover.go. An empty token = the person turned away. */
export interface CameBack {
  /** Of the file. */
  name: string;
  came: Returned;
}

/** How many things came with something that came back. */
export interface Came {
  new: number;
  changed: number;
  removed: number;
}

/** How many came with it, and what both sides changed differently; in Go internal/workspace/takeback.go. */
export interface Returned extends Came {
  token: string;
  differences: Difference[];
}

/** A bundle that was chosen, as it compares with what is here; in Go app/bringin.go. An empty token = the person turned away. */
export interface CameIn {
  /** Of the file. */
  name: string;
  came: Incoming;
}

/** Whose plans came with it, and the rest as in Returned; in Go internal/workspace/bringin.go. */
export interface Incoming extends Returned {
  clients: IncomingClient[];
}

export interface IncomingClient {
  name: string;
  /** They are here. */
  known: boolean;
  plans: IncomingPlan[];
}

/** A plan that came, and how much of what is in it; here = it is here already. */
export interface IncomingPlan {
  name: string;
  here: boolean;
  goals: number;
  steps: number;
  pictures: number;
}

/** What both sides did to one thing and does not go together; in Go internal/merge/difference.go. */
export interface Difference {
  id: string;
  /** A kind of item, aspect or piece, or what else it is: a board, a column, a link. */
  kind: string;
  title: string;
  /** What it stands below, outermost first. */
  path: string[];
  lines: Line[];
}

/** One thing that is said of it, on either side and before; '' = nothing. */
export interface Line {
  field: string;
  ours: string;
  theirs: string;
  before: string;
}

/** The differences in which theirs counts. */
export interface Choices {
  token: string;
  theirs: string[];
}
