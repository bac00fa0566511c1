package app

import (
	"encoding/json"
	"errors"
	"log/slog"

	"cairn/db"
	"cairn/internal/plan"
)

// wire turns an error into what crosses to the page: the JSON of its code,
// catalogue key and parameters. It is a text and no value, because the page's
// side of Wails makes an Error of it (new Error(answer)), which keeps only a
// text. A refusal crosses as it is; anything else is a fault of ours or of the
// disk, is logged here and nowhere else, and says no more than which of both.
func wire(err error) any {
	crossing, err := json.Marshal(refusalOf(err))
	if err != nil {
		return "" // three texts always have JSON
	}
	return string(crossing)
}

func refusalOf(err error) *plan.Error {
	var refusal *plan.Error
	if errors.As(err, &refusal) {
		return refusal
	}
	slog.Error("a call failed", "err", err)
	if problem := db.ProblemOf("", err); problem != nil && (problem.Code == db.Full || problem.Code == db.Failing) {
		return plan.Refuse(plan.Internal, "error.disk_"+problem.Code)
	}
	return plan.Refuse(plan.Internal, "error.internal")
}
