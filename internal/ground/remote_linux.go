package ground

import (
	"os"
	"strconv"
	"strings"
)

// remote asks the table of mounts, and not the file system itself: one whose
// machine is away would not answer.
func remote(folder string) bool {
	mounts, err := os.ReadFile("/proc/self/mountinfo")
	return err == nil && remoteType(typeOf(string(mounts), folder))
}

// typeOf is the type of the file system that the folder lies on, by the lines
// of mountinfo (proc(5)): the longest mount point above the folder counts, and
// of two the later. Without one it is "".
func typeOf(mounts, folder string) string {
	best, kind := -1, ""
	for line := range strings.Lines(mounts) {
		point, fsType, ok := mountOf(line)
		if ok && len(point) >= best && above(point, folder) {
			best, kind = len(point), fsType
		}
	}
	return kind
}

// mountOf reads a line such as
// 36 35 98:0 /root /mnt/point rw,noatime master:1 - ext3 /dev/root rw.
func mountOf(line string) (point, fsType string, ok bool) {
	before, after, ok := strings.Cut(line, " - ")
	left, right := strings.Fields(before), strings.Fields(after)
	if !ok || len(left) < 5 || len(right) < 1 {
		return "", "", false
	}
	return unescape(left[4]), right[0], true
}

// unescape reads \040 and its like, which stand for a space, a tab, a line
// break and a backslash.
func unescape(point string) string {
	var out strings.Builder
	for i := 0; i < len(point); i++ {
		if point[i] == '\\' && i+4 <= len(point) {
			if code, err := strconv.ParseUint(point[i+1:i+4], 8, 8); err == nil {
				out.WriteByte(byte(code))
				i += 3
				continue
			}
		}
		out.WriteByte(point[i])
	}
	return out.String()
}

func above(point, folder string) bool {
	return point == "/" || folder == point || strings.HasPrefix(folder, point+"/")
}

// remoteType says whether a file system is another machine's.
func remoteType(fsType string) bool {
	switch fsType {
	case "nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "coda", "9p", "ceph", "lustre",
		"gfs2", "ocfs2", "glusterfs", "davfs", "fuse.davfs2", "fuse.sshfs", "fuse.gvfsd-fuse", "fuse.kio-fuse",
		"fuse.rclone", "fuse.s3fs", "fuse.curlftpfs", "fuse.glusterfs", "fuse.ceph", "fuse.smbnetfs",
		"fuse.google-drive-ocamlfuse", "fuse.onedriver":
		return true
	default:
		return false
	}
}
