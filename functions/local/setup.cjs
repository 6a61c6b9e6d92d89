// Makes the checkout ready to run, on any Node from 20 on: installs what is missing and sees to a Node 24.
// CommonJS without dependencies, because it runs before anything is installed.
const { execFileSync } = require('node:child_process')
const fs = require('node:fs')
const path = require('node:path')

const root = path.join(__dirname, '..', '..')
const modules = path.join(root, 'node_modules')
const installed = path.join(modules, '.package-lock.json')
const lock = path.join(root, 'package-lock.json')

/** True when there is nothing installed, or the lock file has changed since. */
function installIsStale() {
  return !fs.existsSync(installed) || fs.statSync(lock).mtimeMs > fs.statSync(installed).mtimeMs
}

function install() {
  console.log('Installing packages (once; about half a minute) ...')
  // On Windows npm is a .cmd file, which only a shell can start.
  execFileSync('npm', ['ci'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  const now = new Date()
  fs.utimesSync(installed, now, now)
}

/** npm 10 does not link `node` where several platform packages carry that command, so it is linked here. */
function linkNode() {
  const windows = process.platform === 'win32'
  const linked = path.join(modules, '.bin', windows ? 'node.exe' : 'node')
  if (fs.existsSync(linked)) return
  const binary = path.join(modules, `node-${platformName()}-${process.arch}`, 'bin', windows ? 'node.exe' : 'node')
  if (!fs.existsSync(binary)) return needNode24()
  fs.rmSync(linked, { force: true })
  if (windows) fs.copyFileSync(binary, linked)
  else fs.symlinkSync(path.relative(path.dirname(linked), binary), linked)
}

function platformName() {
  return process.platform === 'win32' ? 'win' : process.platform
}

/** Apple silicon and the like: no package carries Node 24 there, so the machine's own has to be new enough. */
function needNode24() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return
  console.error(
    `Cleartier runs on Node 24. There is no packaged one for ${process.platform} on ${process.arch}, ` +
      `and this is Node ${process.versions.node}. Install Node 24 and run the command again.`,
  )
  process.exit(1)
}

try {
  if (installIsStale()) install()
  linkNode()
} catch (error) {
  console.error(`The packages could not be installed: ${error.message}\nCheck the network, then run the command again.`)
  process.exit(1)
}
