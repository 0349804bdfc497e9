export { type SettingName, type Settings, settingNames } from './definitions.js';
export { type DescribedSetting, describeSettings } from './describe-settings.js';
export { configFileName, flagName } from './keys.js';
export { loadSettings } from './load-settings.js';
export { isLoopback } from './loopback.js';
export { isNamespace, NAMESPACE_FORM } from './namespace.js';
export { type Origin, type ResolvedSettings, resolveSettings, type SettingSources } from './resolve-settings.js';
export { SettingsError, type SettingsProblem } from './settings-error.js';
