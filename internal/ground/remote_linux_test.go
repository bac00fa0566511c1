package ground

import "testing"

const mounts = `22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:25 / /home/ada/office rw,relatime shared:20 - cifs //office/ada rw,vers=3.1.1
31 22 0:26 / /home/ada/my\040server rw,relatime shared:21 - fuse.sshfs ada@server: rw
32 22 0:27 / /srv rw shared:22 - nfs4 10.0.0.1:/srv rw
33 32 8:2 / /srv/local rw shared:23 - xfs /dev/sdb1 rw
34 22 0:28 / /mnt/auto rw - autofs systemd-1 rw
35 34 0:29 / /mnt/auto rw - nfs 10.0.0.1:/auto rw
a line that is none
`

func TestTypeOf(t *testing.T) {
	for folder, want := range map[string]string{
		"/home/ada":                 "ext4",
		"/home/ada/office":          "cifs",
		"/home/ada/office/plans":    "cifs",
		"/home/ada/officer":         "ext4",
		"/home/ada/my server/plans": "fuse.sshfs",
		"/srv/plans":                "nfs4",
		"/srv/local/plans":          "xfs",
		"/mnt/auto/plans":           "nfs", // what was mounted over it
	} {
		if got := typeOf(mounts, folder); got != want {
			t.Errorf("%s lies on %q, want %q", folder, got, want)
		}
	}
	if got := typeOf("", "/home/ada"); got != "" {
		t.Errorf("without a table it lies on %q", got)
	}
}

func TestRemoteType(t *testing.T) {
	for fsType, want := range map[string]bool{
		"ext4": false, "btrfs": false, "tmpfs": false, "overlay": false, "fuseblk": false, "": false,
		"nfs": true, "nfs4": true, "cifs": true, "smb3": true, "9p": true, "fuse.sshfs": true, "fuse.rclone": true,
	} {
		if got := remoteType(fsType); got != want {
			t.Errorf("%q is another machine's: %v, want %v", fsType, got, want)
		}
	}
}
