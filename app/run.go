package app

import (
	"context"
	"fmt"
	"log/slog"
	"runtime/debug"

	"cairn/internal/plan"
	"cairn/internal/workspace"
)

// house is what the bound methods below stand on.
type house = *workspace.Workspace

// errNoVault is the refusal of whatever needs an open vault.
var errNoVault = plan.Refuse(plan.Conflict, "error.no_vault")

// run, run1 and run2 hand one call of the page to the operation of the open
// vault that has as many arguments. An operation cannot be cancelled: a window
// that closes does not take back what a person has done.
func run[Out any](k *keep, op func(house, context.Context) (Out, error)) (out Out, err error) {
	k.mu.RLock()
	defer k.mu.RUnlock()
	defer caught(&err)
	if k.open == nil {
		return out, errNoVault
	}
	return op(k.open.work, context.Background())
}

func run1[A, Out any](k *keep, op func(house, context.Context, A) (Out, error), a A) (Out, error) {
	return run(k, func(w house, ctx context.Context) (Out, error) { return op(w, ctx, a) })
}

func run2[A, B, Out any](k *keep, op func(house, context.Context, A, B) (Out, error), a A, b B) (Out, error) {
	return run(k, func(w house, ctx context.Context) (Out, error) { return op(w, ctx, a, b) })
}

// caught turns a panic into an error that the page knows apart from others:
// nothing was changed, but something is broken. Without it the page would wait
// for ever for the answer. The log gets the place, not the value: it may quote
// a person.
func caught(err *error) {
	if reason := recover(); reason != nil {
		slog.Error("a call panicked", "type", fmt.Sprintf("%T", reason), "stack", string(debug.Stack()))
		*err = plan.Refuse(plan.Internal, "error.panic")
	}
}
