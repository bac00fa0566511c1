export namespace app {
	
	export interface BackupFile {
	    name: string;
	    at: string;
	    size: number;
	    sealed: boolean;
	}
	export interface BackupPlan {
	    client: string;
	    name: string;
	    items: number;
	    goals: number;
	    steps: number;
	    done: number;
	}
	export interface BackupInside {
	    plans: BackupPlan[];
	    changed: string;
	}
	
	export interface BackupState {
	    folder: string;
	    count: number;
	    used: number;
	    budgetMB: number;
	    last: string;
	    failed: boolean;
	    clients: boolean;
	    sealed: boolean;
	    second: string;
	    away: string;
	}
	export interface CameBack {
	    name: string;
	    came: workspace.Returned;
	}
	export interface CameIn {
	    name: string;
	    came: workspace.Incoming;
	}
	export interface Checked {
	    rows: number;
	    backup: string;
	    spoilt: number;
	}
	export interface Choices {
	    token: string;
	    theirs: string[];
	}
	export interface ChosenPictures {
	    token: string;
	    count: number;
	}
	export interface Mishap {
	    name: string;
	    places: string[];
	}
	export interface NewFile {
	    itemId: string;
	    copy: boolean;
	}
	export interface NewLink {
	    from: string;
	    to: string;
	    kind: string;
	}
	export interface News {
	    file: string;
	    cutOff: boolean;
	    locked: boolean;
	}
	export interface OpenedBoard {
	    changes: plan.Changes;
	    remarks: interop.Remark[];
	}
	export interface RecentVault {
	    path: string;
	    name: string;
	    folder: string;
	}
	export interface Opening {
	    stage: string;
	    problem: string;
	    path: string;
	    copies: string[];
	    backup: BackupFile;
	    size: number;
	    recent: RecentVault[];
	    ground: ground.Ground;
	    shared: boolean;
	}
	export interface PicturePart {
	    token: string;
	    name: string;
	    data: string;
	    last: boolean;
	}
	export interface PreviewLine {
	    depth: number;
	    kind: string;
	    title: string;
	    state: string;
	    start: string;
	    due: string;
	    time: string;
	    repeats: boolean;
	}
	export interface Preview {
	    token: string;
	    name: string;
	    count: number;
	    lines: PreviewLine[];
	    remarks: interop.Remark[];
	    more: number;
	}
	
	export interface PurgedCopy {
	    path: string;
	    state: string;
	}
	export interface Purging {
	    purged: workspace.Purged;
	    copies: PurgedCopy[];
	}
	
	export interface Restored {
	    opening: Opening;
	    saved: string;
	    aside: string;
	}
	export interface Salvaged {
	    path: string;
	    plans: number;
	    items: number;
	    pictures: number;
	    lost: number;
	    pages: number;
	    unread: number;
	}
	export interface SavePlace {
	    planId: string;
	    view: string;
	    data: string;
	}
	export interface SavedBoard {
	    path: string;
	    folder: string;
	    lines: number;
	}

}

export namespace ground {
	
	export interface Ground {
	    kind: string;
	    name: string;
	}

}

export namespace interop {
	
	export interface Remark {
	    key: string;
	    title: string;
	    value: string;
	}

}

export namespace lens {
	
	export interface Verdict {
	    kind: string;
	    reason: string;
	    word: string;
	    repairs: string[];
	}

}

export namespace menubar {
	
	export interface Entry {
	    group: string;
	    id: string;
	    label: string;
	    keys: string;
	    anywhere: boolean;
	    check: boolean;
	    on: boolean;
	    enabled: boolean;
	}

}

export namespace merge {
	
	export interface Line {
	    field: string;
	    ours: string;
	    theirs: string;
	    before: string;
	}
	export interface Difference {
	    id: string;
	    kind: string;
	    title: string;
	    path: string[];
	    lines: Line[];
	}

}

export namespace plan {
	
	export interface Area {
	    id: string;
	    name: string;
	    hue: string;
	    rank: string;
	}
	export interface Ask {
	    key: string;
	    does: string;
	    words: string;
	    again: string;
	    each: boolean;
	}
	export interface Aspect {
	    id: string;
	    itemId: string;
	    kind: string;
	    rank: string;
	    body: Record<string, any>;
	}
	export interface StepName {
	    op: string;
	    kind: string;
	    count: number;
	}
	export interface Mark {
	    id: string;
	    sessionId: string;
	    kind: string;
	    ask: string;
	    madeAt: string;
	}
	export interface PrivateNote {
	    id: string;
	    sessionId: string;
	    kind: string;
	    body: Record<string, any>;
	    locked: boolean;
	    madeAt: string;
	    changedAt: string;
	}
	export interface Stage {
	    name: string;
	    asks: Ask[];
	}
	export interface Deck {
	    id: string;
	    name: string;
	    rank: string;
	    stages: Stage[];
	}
	export interface Piece {
	    id: string;
	    boardId: string;
	    kind: string;
	    rank: string;
	    x: number;
	    y: number;
	    w: number;
	    h: number;
	    angle: number;
	    groupId: string;
	    locked: boolean;
	    itemId: string;
	    valueId: string;
	    picture: string;
	    pictureWidth: number;
	    pictureHeight: number;
	    body: Record<string, any>;
	}
	export interface VisionBoard {
	    id: string;
	    planId: string;
	    itemId: string;
	    name: string;
	    paper: string;
	    rank: string;
	}
	export interface Version {
	    id: string;
	    planId: string;
	    changed: string;
	    stays: string;
	    reason: string;
	    madeAt: string;
	}
	export interface Item {
	    id: string;
	    planId: string;
	    parentId: string;
	    kind: string;
	    title: string;
	    state: string;
	    rank: string;
	    start: string;
	    due: string;
	    dueKind: string;
	    firstDue: string;
	    estimateMin: number;
	    spentMin: number;
	    areaId: string;
	    tagIds: string[];
	    why: string;
	    what: string;
	    doneWhen: string;
	    notes: string;
	    draft: boolean;
	    isAction: boolean;
	    columnId: string;
	    priority: string;
	    createdAt: string;
	    changedAt: string;
	    doneAt: string;
	}
	export interface Link {
	    id: string;
	    fromId: string;
	    toId: string;
	    kind: string;
	    weight: number;
	    lag: number;
	}
	export interface Tag {
	    id: string;
	    name: string;
	}
	export interface Column {
	    id: string;
	    planId: string;
	    name: string;
	    state: string;
	    rank: string;
	    limit: number;
	}
	export interface Plan {
	    id: string;
	    name: string;
	    subject: string;
	    rank: string;
	}
	export interface Client {
	    id: string;
	    name: string;
	    alias: string;
	    own: boolean;
	    archivedAt: string;
	    keepUntil: string;
	}
	export interface Changes {
	    clients: Client[];
	    plans: Plan[];
	    columns: Column[];
	    areas: Area[];
	    tags: Tag[];
	    links: Link[];
	    items: Item[];
	    aspects: Aspect[];
	    versions: Version[];
	    boards: VisionBoard[];
	    pieces: Piece[];
	    decks: Deck[];
	    notes: PrivateNote[];
	    marks: Mark[];
	    gone: string[];
	    undo: StepName;
	    redo: StepName;
	    focus: string;
	    show: string;
	}
	
	
	export interface Dates {
	    id: string;
	    start: string;
	    due: string;
	    kind: string;
	}
	
	
	
	
	
	export interface PiecePlace {
	    id: string;
	    x: number;
	    y: number;
	    w: number;
	    h: number;
	    angle: number;
	}
	export interface Place {
	    planId: string;
	    parentId: string;
	    afterId: string;
	}
	
	
	export interface Snapshot {
	    items: Item[];
	    aspects: Aspect[];
	}
	
	
	
	export interface Trashed {
	    id: string;
	    planId: string;
	    kind: string;
	    state: string;
	    title: string;
	    path: string[];
	    count: number;
	    trashedAt: string;
	}
	

}

export namespace prefs {
	
	export interface Look {
	    theme: string;
	    zoom: number;
	    spelling: boolean;
	    lens: string;
	    remind: boolean;
	    quiet: string;
	    letters: string;
	    coach: boolean;
	}

}

export namespace search {
	
	export interface Part {
	    text: string;
	    hit: boolean;
	}

}

export namespace workspace {
	
	export interface Above {
	    id: string;
	    title: string;
	}
	export interface AspectEdit {
	    id: string;
	    itemId: string;
	    kind: string;
	    body: Record<string, any>;
	    name: string;
	    edit: string;
	}
	export interface AspectItem {
	    id: string;
	    place: plan.Place;
	    kind: string;
	}
	export interface AspectStep {
	    id: string;
	    title: string;
	    first: boolean;
	}
	export interface CardMove {
	    ids: string[];
	    columnId: string;
	    afterId: string;
	}
	export interface ColumnEdit {
	    id: string;
	    name: string;
	    state: string;
	    limit: number;
	}
	export interface Decision {
	    itemId: string;
	    day: string;
	    words: string;
	}
	export interface FoundRow {
	    of: string;
	    id: string;
	    itemId: string;
	    planId: string;
	    boardId: string;
	    aspect: string;
	    kind: string;
	    state: string;
	    due: string;
	    draft: boolean;
	    trashed: boolean;
	    title: search.Part[];
	    path: string[];
	    field: string;
	    words: search.Part[];
	}
	export interface Found {
	    all: FoundRow[];
	    count: number;
	    more: boolean;
	    narrow: boolean;
	}
	
	export interface IncomingPlan {
	    name: string;
	    here: boolean;
	    goals: number;
	    steps: number;
	    pictures: number;
	}
	export interface IncomingClient {
	    name: string;
	    known: boolean;
	    plans: IncomingPlan[];
	}
	export interface Incoming {
	    token: string;
	    clients: IncomingClient[];
	    new: number;
	    changed: number;
	    removed: number;
	    differences: merge.Difference[];
	}
	
	
	export interface Leaving {
	    planId: string;
	    branch: string;
	    format: string;
	}
	export interface Met {
	    clientId: string;
	    begun: string;
	    on: string;
	    due: number;
	    next: string;
	}
	export interface Move {
	    ids: string[];
	    place: plan.Place;
	}
	export interface Promise {
	    itemId: string;
	    day: string;
	    time: string;
	    zone: string;
	    strength: number;
	    words: string;
	}
	export interface TextEdit {
	    id: string;
	    field: string;
	    text: string;
	    edit: string;
	}
	export interface Placed {
	    id: string;
	    kind: string;
	    place: plan.Place;
	}
	export interface NewItem {
	    place: plan.Place;
	    kind: string;
	    title: string;
	    edit: string;
	    estimateMin: number;
	    columnId: string;
	}
	export interface NewAnswer {
	    sessionId: string;
	    body: Record<string, any>;
	    item: NewItem;
	    placed: Placed;
	    says: AspectEdit;
	    text: TextEdit;
	    promise: Promise;
	}
	export interface NewVersion {
	    planId: string;
	    changed: string;
	    stays: string;
	    reason: string;
	}
	export interface NewCheckin {
	    body: Record<string, any>;
	    says: AspectEdit[];
	    version: NewVersion;
	    rests: string[];
	}
	export interface NewColumn {
	    planId: string;
	    name: string;
	    state: string;
	    afterId: string;
	}
	
	export interface NewPieces {
	    boardId: string;
	    pieces: plan.Piece[];
	}
	
	export interface NewVisionBoard {
	    planId: string;
	    itemId: string;
	    name: string;
	    paper: string;
	}
	export interface NoteEdit {
	    id: string;
	    sessionId: string;
	    kind: string;
	    body: Record<string, any>;
	    edit: string;
	}
	export interface Paste {
	    place: plan.Place;
	    text: string;
	}
	export interface PiecesEdit {
	    ids: string[];
	    body: Record<string, any>;
	    edit: string;
	}
	export interface PiecesPlaced {
	    places: plan.PiecePlace[];
	    body: Record<string, any>;
	    edit: string;
	}
	export interface PiecesTied {
	    ids: string[];
	    itemId: string;
	    valueId: string;
	}
	export interface Place {
	    view: string;
	    data: string;
	}
	
	
	export interface Purged {
	    plans: number;
	    items: number;
	    aspects: number;
	    notes: number;
	    pictures: number;
	    files: number;
	    steps: number;
	}
	export interface Returned {
	    token: string;
	    new: number;
	    changed: number;
	    removed: number;
	    differences: merge.Difference[];
	}
	export interface Search {
	    text: string;
	    most: number;
	}
	
	export interface VisionBoardEdit {
	    id: string;
	    itemId: string;
	    name: string;
	    paper: string;
	}
	export interface Wait {
	    fromId: string;
	    toId: string;
	    lag: number;
	}
	export interface Weave {
	    id: string;
	    with: string[];
	    kind: string;
	    title: string;
	    place: plan.Place;
	    waits: Wait[];
	    cut: string[];
	}
	export interface Woken {
	    pieceId: string;
	    barrier: string;
	    cue: string;
	    response: string;
	    step: string;
	}

}

