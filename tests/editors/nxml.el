;; emacs -Q --batch -l nxml.el FILE...: what nXML makes of each file, as "FILE: SCHEMA, N errors" and
;; the errors; then what it offers where a "<" is typed after the first <measures> of the last one.
(require 'nxml-mode)
(require 'rng-nxml)
(require 'rng-valid)

(defun validate (file)
  (find-file file)
  (nxml-mode)
  (rng-validate-mode 1)
  (while (rng-do-some-validation))
  (princ (format "%s: %s, %d errors\n" (file-name-nondirectory file)
                 (and rng-current-schema-file-name
                      (file-name-nondirectory rng-current-schema-file-name))
                 rng-error-count))
  (dolist (overlay (overlays-in (point-min) (point-max)))
    (when (eq (overlay-get overlay 'category) 'rng-error)
      (princ (format "  line %d: %s\n" (line-number-at-pos (overlay-start overlay))
                     (overlay-get overlay 'help-echo))))))

(defun offer ()
  (goto-char (point-min))
  (search-forward "<measures>")
  (insert "<")
  (let ((at (rng-completion-at-point)))
    (princ (format "offered: %s\n" (all-completions "" (nth 2 at))))))

(mapc #'validate (mapcar #'expand-file-name command-line-args-left))
(offer)
