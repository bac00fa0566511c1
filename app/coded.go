package app

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"strings"
	"syscall"

	"cairn/db"
	"cairn/internal/plan"
)

// coded tells an error by its codes: the operation that failed, what the vault
// or the system says to it by number or constant name, and its type. It quotes
// none of the words in it, as they may be a person's or a path.
func coded(err error) string {
	codes := []string{}
	if op := operation(err); op != "" {
		codes = append(codes, op)
	}
	codes = append(codes, known(err)...)
	if len(codes) == 0 {
		return innermost(err)
	}
	return strings.Join(codes, " ")
}

// known are the codes of the errors that have some.
func known(err error) []string {
	codes := []string{}
	if refusal := (*plan.Error)(nil); errors.As(err, &refusal) {
		codes = append(codes, string(refusal.Code), refusal.Key)
	}
	if problem := db.ProblemOf("", err); problem != nil {
		codes = append(codes, "vault "+problem.Code)
	}
	if sqlite := (interface {
		error
		Code() int
	})(nil); errors.As(err, &sqlite) {
		codes = append(codes, fmt.Sprintf("sqlite %d", sqlite.Code()))
	}
	if path := (*fs.PathError)(nil); errors.As(err, &path) {
		codes = append(codes, path.Op)
	}
	if link := (*os.LinkError)(nil); errors.As(err, &link) {
		codes = append(codes, link.Op)
	}
	if number := syscall.Errno(0); errors.As(err, &number) {
		codes = append(codes, fmt.Sprintf("errno %d", int(number)))
	}
	return codes
}

// operation is the name of an operation of the workspace, which stands before
// its error: "move: …". It is one word of ours in lower case.
func operation(err error) string {
	return strings.TrimSuffix(regexp.MustCompile(`^[a-z_]{1,24}: `).FindString(err.Error()), ": ")
}

// innermost is the type of what all the others are wrapped around.
func innermost(err error) string {
	for {
		inner := errors.Unwrap(err)
		if inner == nil {
			return fmt.Sprintf("%T", err)
		}
		err = inner
	}
}
