package app

import (
	"errors"
	"log/slog"

	"cairn/internal/plan"
)

// wire turns an error into what crosses to the page: code, catalogue key and
// parameters. A refusal crosses as it is; anything else is a fault of ours or
// of the disk, is logged here and nowhere else, and says no more than that.
func wire(err error) any {
	var refusal *plan.Error
	if errors.As(err, &refusal) {
		return refusal
	}
	slog.Error("a call failed", "err", err)
	return plan.Refuse(plan.Internal, "error.internal")
}
